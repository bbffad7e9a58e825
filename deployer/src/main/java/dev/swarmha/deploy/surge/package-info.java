/**
 * Services that have more replicas for a while: raised, waited for, and put back however the work
 * between ends. The count before is remembered in a label, so that it survives the one who raised
 * it. Knows nothing of why it is done.
 */
@NullMarked
package dev.swarmha.deploy.surge;

import org.jspecify.annotations.NullMarked;
