package id.go.cirebonkab.lajur.agency;

/** Something of the registry was changed in this transaction; whoever holds a copy reads it anew after the commit. */
public record RegistryChanged() {}
