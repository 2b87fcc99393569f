package id.go.cirebonkab.lajur.sla;

/**
 * How long a step may take, such as 1 working day.
 *
 * @param amount 1 to 100,000 of the unit; anything else is an {@link IllegalArgumentException}
 */
public record Limit(int amount, LimitUnit unit) {

    private static final int MAX_AMOUNT = 100_000;

    public Limit {
        if (amount < 1 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_AMOUNT + " of its unit: " + amount);
        }
    }
}
