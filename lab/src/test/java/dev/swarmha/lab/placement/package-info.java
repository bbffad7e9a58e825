/** Where tasks go: the simulated scheduler and the forecasts, held against real ones. */
@NullMarked
package dev.swarmha.lab.placement;

import org.jspecify.annotations.NullMarked;
