/** Spreading services over nodes that came later. Deciding is pure; one class applies it. */
@NullMarked
package dev.swarmha.deploy.rebalance;

import org.jspecify.annotations.NullMarked;
