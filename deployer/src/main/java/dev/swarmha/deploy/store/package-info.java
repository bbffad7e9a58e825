/** Secrets and configs outside of stacks: the same three verbs for both. */
@NullMarked
package dev.swarmha.deploy.store;

import org.jspecify.annotations.NullMarked;
