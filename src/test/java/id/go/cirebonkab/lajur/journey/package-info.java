/**
 * The whole application by HTTP alone, as people and gateways meet it: stories told in given, when and then, each with
 * its twin for when the portal is down; who may open what; what happens to bad input; and what a kill leaves behind.
 */
@NullMarked
package id.go.cirebonkab.lajur.journey;

import org.jspecify.annotations.NullMarked;
