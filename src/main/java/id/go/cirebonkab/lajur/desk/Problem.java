package id.go.cirebonkab.lajur.desk;

import org.jspecify.annotations.Nullable;

/**
 * Why a form was not taken, to be shown on the page of the case.
 *
 * @param form the last part of the form's path
 * @param field the field at fault, if one is
 * @param shownVersion the version that a colliding form was shown
 */
record Problem(
        String form,
        @Nullable String field,
        String messageKey,
        Object[] arguments,
        @Nullable Long shownVersion) {

    public boolean isAt(String formName, String fieldName) {
        return form.equals(formName) && fieldName.equals(field);
    }
}
