/** Looking at nodes and changing them. */
@NullMarked
package dev.swarmha.deploy.node;

import org.jspecify.annotations.NullMarked;
