@NullMarked
package dev.swarmha.wait;

import org.jspecify.annotations.NullMarked;
