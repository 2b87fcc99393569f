package id.go.cirebonkab.lajur.intake;

/** The two readers, for the tests of those who write what they read. */
public final class Readings {

    private Readings() {}

    public static Notification ofText(String text) throws Unreadable {
        return LabelledText.read(text);
    }

    public static Notification ofJson(String body) throws Unreadable {
        return NotificationJson.read(body);
    }
}
