/** Health checks: a probe tried until it passes, and the prober that really asks. */
@NullMarked
package dev.swarmha.wait.probe;

import org.jspecify.annotations.NullMarked;
