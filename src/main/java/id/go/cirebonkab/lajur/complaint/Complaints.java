package id.go.cirebonkab.lajur.complaint;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The aggregates. Only commands load them, under the row's lock; screens read projections. */
interface Complaints extends JpaRepository<Complaint, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Complaint c where c.trackingId = :trackingId")
    Optional<Complaint> lock(long trackingId);
}
