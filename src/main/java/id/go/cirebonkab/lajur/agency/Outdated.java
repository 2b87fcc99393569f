package id.go.cirebonkab.lajur.agency;

/** The form was shown what somebody else has changed meanwhile; HTTP 409, and what was typed stays. */
class Outdated extends RuntimeException {}
