@NullMarked
package dev.swarmha.engine.probe;

import org.jspecify.annotations.NullMarked;
