package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.shared.Role;
import org.springframework.stereotype.Component;

/** Who is asked for a second factor, and who must have one. */
@Component
class SecondFactorRule {

    /** What is still to be done after a name was proved. */
    enum Step {
        NOTHING,
        /** Give a code of the factor that there is. */
        CODE,
        /** There is no factor and there must be one. */
        SET_UP
    }

    private final SecondFactorSettings settings;
    private final SecondFactors factors;

    SecondFactorRule(SecondFactorSettings settings, SecondFactors factors) {
        this.settings = settings;
        this.factors = factors;
    }

    Step after(SignInWay way, Account account) {
        if (isWhole(way)) {
            return Step.NOTHING;
        } else if (factors.isSetUp(account.id())) {
            return Step.CODE;
        } else {
            return mustHaveOne(account.role()) ? Step.SET_UP : Step.NOTHING;
        }
    }

    boolean mustHaveOne(Role role) {
        return switch (settings.secondFactor()) {
            case OFF -> false;
            case ADMINS ->
                switch (role) {
                    case DISTRICT_ADMIN, SYSTEM_ADMIN -> true;
                    case OFFICER, SUPERVISOR -> false;
                };
            case ALL -> true;
        };
    }

    /** Whether this way is already proof of something held and of the person who holds it. */
    private static boolean isWhole(SignInWay way) {
        return switch (way) {
            case PASSWORD -> false;
            // The device has made sure of its owner.
            case PASSKEY -> true;
            // A second factor is the provider's business: only it knows what the person has.
            case IDENTITY_PROVIDER -> true;
        };
    }
}
