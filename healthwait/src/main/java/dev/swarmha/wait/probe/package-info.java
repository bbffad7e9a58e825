/** Health checks: probes that are asked all through a wait, and the prober that really asks. */
@NullMarked
package dev.swarmha.wait.probe;

import org.jspecify.annotations.NullMarked;
