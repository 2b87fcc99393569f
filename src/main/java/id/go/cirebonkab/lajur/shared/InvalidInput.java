package id.go.cirebonkab.lajur.shared;

/** Something typed can't be taken; shown beside its field with HTTP 422, with everything typed kept. */
public class InvalidInput extends RuntimeException {

    private final String field;
    private final String messageKey;
    private final transient Object[] arguments;

    /** @param messageKey a key of {@code messages}; its sentence says what is wrong and what to do */
    public InvalidInput(String field, String messageKey, Object... arguments) {
        super(field + ": " + messageKey);
        this.field = field;
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
