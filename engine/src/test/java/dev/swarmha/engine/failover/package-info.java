@NullMarked
package dev.swarmha.engine.failover;

import org.jspecify.annotations.NullMarked;
