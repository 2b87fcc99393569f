package id.go.cirebonkab.lajur.account;

import java.time.Instant;

/**
 * A link waits to be sent to its owner; said in the transaction that made it.
 *
 * @param token what makes the link work: to be written down sealed only
 * @param path where the link leads, without the token
 * @param expiresAt system time
 */
public record LinkMade(
        long accountId,
        LinkPurpose purpose,
        String path,
        String token,
        Instant expiresAt,
        String name,
        String address) {

    @Override
    public String toString() {
        return "LinkMade[" + purpose + " for account " + accountId + "]";
    }
}
