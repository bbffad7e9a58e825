/**
 * New objects for secrets and configs whose content has changed, since Swarm cannot change them in
 * place: their names, which of them a stack still needs, and how contents are compared.
 */
@NullMarked
package dev.swarmha.deploy.rotate;

import org.jspecify.annotations.NullMarked;
