@NullMarked
package dev.swarmha.wait.probe;

import org.jspecify.annotations.NullMarked;
