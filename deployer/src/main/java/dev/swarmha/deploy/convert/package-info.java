/**
 * A stack to the Engine's own specs: one converter for each section of the file. The specs are
 * those that {@code docker stack deploy} sends, but for the ids of secrets and configs, which are
 * not known yet.
 */
@NullMarked
package dev.swarmha.deploy.convert;

import org.jspecify.annotations.NullMarked;
