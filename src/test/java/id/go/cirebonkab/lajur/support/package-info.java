/**
 * What the tests of every room lean on. First of all: {@link id.go.cirebonkab.lajur.support.OwnDatabase}.
 */
@NullMarked
package id.go.cirebonkab.lajur.support;

import org.jspecify.annotations.NullMarked;
