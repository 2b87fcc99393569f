/**
 * {@code bin/bench}: fills a database with years of complaints, starts the application on it as in production, and
 * measures its pages as people and gateways use them, beside a floor that is measured in the same run. No test runs it.
 */
@NullMarked
package id.go.cirebonkab.lajur.bench;

import org.jspecify.annotations.NullMarked;
