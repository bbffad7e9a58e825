@NullMarked
package dev.swarmha.engine.testkit;

import org.jspecify.annotations.NullMarked;
