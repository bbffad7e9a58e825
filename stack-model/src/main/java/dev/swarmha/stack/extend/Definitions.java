package dev.swarmha.stack.extend;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.layer.Project;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The services of one file that others may extend.
 *
 * @param file how messages call the file
 * @param project what the file's own references to files start from
 * @param names of all its services
 * @param find a service in its long form
 */
record Definitions(
    String file, Project project, Set<String> names, Function<String, Optional<Mapping>> find) {}
