/** How use cases end: sealed outcomes, from which exit codes and result lines are read. */
@NullMarked
package dev.swarmha.deploy.outcome;

import org.jspecify.annotations.NullMarked;
