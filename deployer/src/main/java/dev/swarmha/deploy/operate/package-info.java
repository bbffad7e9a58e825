/** Services as they are operated by hand: scaled, restarted, stopped, started. */
@NullMarked
package dev.swarmha.deploy.operate;

import org.jspecify.annotations.NullMarked;
