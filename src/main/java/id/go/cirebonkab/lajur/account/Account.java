package id.go.cirebonkab.lajur.account;

import id.go.cirebonkab.lajur.agency.Mandates;
import id.go.cirebonkab.lajur.shared.Actor;
import id.go.cirebonkab.lajur.shared.Role;
import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in, as kept in the session. */
final class Account implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long id;
    private final String username;
    private final String displayName;
    private final Role role;
    private final @Nullable Long officerId;
    private final boolean active;
    private final Instant readAt;
    private @Nullable String passwordHash;

    Account(
            long id,
            String username,
            String displayName,
            @Nullable String passwordHash,
            Role role,
            @Nullable Long officerId,
            boolean active,
            Instant readAt) {
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.role = role;
        this.officerId = officerId;
        this.active = active;
        this.readAt = readAt;
    }

    long id() {
        return id;
    }

    Role role() {
        return role;
    }

    /** System time. */
    Instant readAt() {
        return readAt;
    }

    /** @param mandates which agencies are an officer's now; it may change while the session goes on */
    Actor actor(Mandates mandates) {
        return officerId == null
                ? new Actor(id, displayName, role, Set.of())
                : new Actor(id, displayName, role, mandates.readable(officerId), officerId);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
