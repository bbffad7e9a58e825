@NullMarked
package dev.swarmha.engine.time;

import org.jspecify.annotations.NullMarked;
