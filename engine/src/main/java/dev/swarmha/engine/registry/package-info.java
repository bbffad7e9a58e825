/** Credentials for image registries, on their way to an Engine and nowhere else. */
@NullMarked
package dev.swarmha.engine.registry;

import org.jspecify.annotations.NullMarked;
