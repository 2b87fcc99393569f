package id.go.cirebonkab.lajur.agency;

import id.go.cirebonkab.lajur.shared.InvalidInput;
import java.util.List;

/** Everything that can't be taken of a form; HTTP 422, each sentence at its field. */
class InvalidFields extends RuntimeException {

    private final transient List<InvalidInput> problems;

    InvalidFields(List<InvalidInput> problems) {
        this.problems = List.copyOf(problems);
    }

    List<InvalidInput> problems() {
        return problems;
    }
}
