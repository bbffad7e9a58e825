/** What a use case tells while it works: facts with names, for renderers to show. */
@NullMarked
package dev.swarmha.deploy.event;

import org.jspecify.annotations.NullMarked;
