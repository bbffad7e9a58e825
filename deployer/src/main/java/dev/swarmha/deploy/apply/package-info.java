/** Carries out plans. Carries no decision: what to do, and in which order, is in the plan. */
@NullMarked
package dev.swarmha.deploy.apply;

import org.jspecify.annotations.NullMarked;
