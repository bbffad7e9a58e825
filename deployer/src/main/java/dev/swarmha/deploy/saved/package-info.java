/** Plans that are kept in files, to be applied as they are or not at all. */
@NullMarked
package dev.swarmha.deploy.saved;

import org.jspecify.annotations.NullMarked;
