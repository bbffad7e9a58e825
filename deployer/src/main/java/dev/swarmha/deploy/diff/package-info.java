/** What a deploy would change, object by object and field by field, and what of it is drift. */
@NullMarked
package dev.swarmha.deploy.diff;

import org.jspecify.annotations.NullMarked;
