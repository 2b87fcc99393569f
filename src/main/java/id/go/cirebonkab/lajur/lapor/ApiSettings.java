package id.go.cirebonkab.lajur.lapor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The portal's API. Its documentation is not public: every path, header and field was read off public code of another
 * system that uses it and may differ in detail, so each is a setting with that as its default.
 *
 * @param baseUrl where the API is; without one the desk hands answers over by itself
 * @param token the account's token
 * @param userId the account at the portal that answers
 * @param institutionId the kabupaten at the portal
 * @param poll how often the portal's list is asked for what is new; without it the list is not read. The list call is an
 *     assumption: no public code was seen that uses it
 * @param pollBack how far back the list is read the first time
 * @param pollOverlap how much of what was read is read again each time, for clocks that differ
 * @param readTimeout how long the portal may think before it answers
 * @param slowestUpload bytes a second that are still waited for; files get this much time on top of the read timeout
 * @param yes how the portal writes true
 * @param no how the portal writes false
 */
@ConfigurationProperties("lajur.lapor.api")
record ApiSettings(
        @Nullable String baseUrl,
        @Nullable String token,
        @DefaultValue("") String userId,
        @DefaultValue("") String institutionId,
        @Nullable Duration poll,
        @DefaultValue("7d") Duration pollBack,
        @DefaultValue("10m") Duration pollOverlap,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("40s") Duration readTimeout,
        @DefaultValue("32768") long slowestUpload,
        @DefaultValue("1") String yes,
        @DefaultValue("0") String no,
        @DefaultValue Headers headers,
        @DefaultValue Paths paths,
        @DefaultValue Listing listing,
        @DefaultValue FollowUp followUp,
        @DefaultValue Reject reject,
        @DefaultValue Answers answers) {

    ApiSettings {
        baseUrl = StringUtils.hasText(baseUrl) ? withoutTrailingSlash(baseUrl.strip()) : null;
        token = StringUtils.hasText(token) ? token.strip() : null;
        if (baseUrl != null) {
            requireHttp(baseUrl);
        }
        if (slowestUpload < 1) {
            throw new IllegalArgumentException("lajur.lapor.api.slowest-upload must be 1 or more");
        }
    }

    /** The token goes out under both names; an empty name leaves that header out. */
    record Headers(
            @DefaultValue("Authorization") String authorization,
            @DefaultValue("Bearer ") String scheme,
            @DefaultValue("token") String token) {}

    /** Below the base URL; {@code {id}} stands for the tracking id. */
    record Paths(
            @DefaultValue("/complaints/{id}/complaint") String complaint,
            @DefaultValue("/complaints") String list,
            @DefaultValue("/complaints/{id}/followups") String followUps,
            @DefaultValue("/complaints/followup/add") String addFollowUp,
            @DefaultValue("/complaints/process/{id}/reject") String reject) {}

    /**
     * The list call, assumed as a whole.
     *
     * @param time how its times are written, in WIB
     * @param updatedAt when a listed report changed, or else was made
     */
    record Listing(
            @DefaultValue("institution_id") String institutionParameter,
            @DefaultValue("updated_after") String updatedAfterParameter,
            @DefaultValue("page") String pageParameter,
            @DefaultValue("dd-MM-uuuu HH:mm:ss") String time,
            @DefaultValue({"updated_at", "created_at"}) List<String> updatedAt,
            @DefaultValue("next_page") String nextPage) {}

    /**
     * Names of the fields by which an answer is relayed, and the values of those that Lajur has no view of.
     *
     * @param attachment {@code %d} stands for the position of the file, from 0
     * @param institutionTo assumed to be our own institution when empty
     */
    record FollowUp(
            @DefaultValue("user_id") String userIdField,
            @DefaultValue("institution_from_id") String institutionFromField,
            @DefaultValue("institution_to_id") String institutionToField,
            @DefaultValue("complaint_id") String complaintIdField,
            @DefaultValue("info_disposition") String infoDispositionField,
            @DefaultValue("template_code") String templateCodeField,
            @DefaultValue("rating") String ratingField,
            @DefaultValue("is_secret") String secretField,
            @DefaultValue("content") String contentField,
            @DefaultValue("attachment[%d]") String attachment,
            @DefaultValue("") String institutionTo,
            @DefaultValue("") String infoDisposition,
            @DefaultValue("") String templateCode,
            @DefaultValue("") String rating) {}

    /**
     * Names of the fields by which "bukan wewenang" is told.
     *
     * @param reason the portal's id of the institution that the report belongs to; Lajur does not know it
     */
    record Reject(
            @DefaultValue("is_request") String requestField,
            @DefaultValue("reason") String reasonField,
            @DefaultValue("reason_description") String descriptionField,
            @DefaultValue("not_authority") String notAuthorityField,
            @DefaultValue("") String reason) {}

    /**
     * Where things stand in what the portal answers.
     *
     * @param success fields that tell a refusal inside an answer that calls itself good, when they are {@code false}
     * @param citizens names that the portal gives to citizens where an institution's would stand
     * @param rejected codes or names of the status of a report that was rejected
     */
    record Answers(
            @DefaultValue("results") String results,
            @DefaultValue("data") String data,
            @DefaultValue("id") String id,
            @DefaultValue({"success", "status"}) List<String> success,
            @DefaultValue("content") String content,
            @DefaultValue("institution_from_name") String institutionFrom,
            @DefaultValue({"Pelapor", "Masyarakat"}) List<String> citizens,
            @DefaultValue("status_code") String statusCode,
            @DefaultValue("status_name") String statusName,

            @DefaultValue({"rejected", "Ditolak", "Bukan Wewenang"})
            List<String> rejected) {}

    /** Without the token, so that no log ever shows it. */
    @Override
    public String toString() {
        return "ApiSettings[baseUrl=" + baseUrl + ", institutionId=" + institutionId + "]";
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? withoutTrailingSlash(url.substring(0, url.length() - 1)) : url;
    }

    private static void requireHttp(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("lajur.lapor.api.base-url is not a URL", e);
        }
        // The token would travel open.
        var isPrivate = "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && MailAccount.isThisMachine(uri.getHost());
        if (uri.getHost() == null || !isPrivate) {
            throw new IllegalArgumentException(
                    "lajur.lapor.api.base-url must start with https:// and a host (http:// for this machine only)");
        }
    }
}
