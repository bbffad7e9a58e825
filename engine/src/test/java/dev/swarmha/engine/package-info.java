@NullMarked
package dev.swarmha.engine;

import org.jspecify.annotations.NullMarked;
