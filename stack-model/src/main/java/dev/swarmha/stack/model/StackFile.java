package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Origin;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A secret or config as the file declares it.
 *
 * @param name its full name, where the file gives one
 * @param external whether it must be in the swarm already
 * @param file where its content is; empty for externals and where something else provides it
 * @param given its content, where the stack file or a variable has it
 * @param driver the secret driver and its options
 * @param origin where the content is named in the stack file
 */
public record StackFile(
    Optional<String> name,
    boolean external,
    Optional<Path> file,
    Optional<GivenContent> given,
    Map<String, String> labels,
    Optional<String> driver,
    Map<String, String> driverOptions,
    Optional<String> templateDriver,
    Origin origin) {

  public StackFile {
    requireNonNull(name, "name");
    requireNonNull(file, "file");
    requireNonNull(given, "given");
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    requireNonNull(driver, "driver");
    driverOptions = Collections.unmodifiableMap(new LinkedHashMap<>(driverOptions));
    requireNonNull(templateDriver, "templateDriver");
    requireNonNull(origin, "origin");
  }
}
