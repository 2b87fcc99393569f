package id.go.cirebonkab.lajur.agency;

import java.util.List;

/** Asks who keeps the complaints what an agency still has in hand; the registry itself knows no complaint. */
public interface OpenCases {

    /** The tracking ids of the cases that wait for this agency or for the approval of what it answered, oldest first. */
    List<Long> of(String agencyCode);
}
