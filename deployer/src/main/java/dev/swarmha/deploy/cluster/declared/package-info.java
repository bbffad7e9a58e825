/**
 * A whole cluster as a file declares it: asking its machines, planning what they lack, doing it.
 */
@NullMarked
package dev.swarmha.deploy.cluster.declared;

import org.jspecify.annotations.NullMarked;
