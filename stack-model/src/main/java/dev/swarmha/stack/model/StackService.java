package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service.
 *
 * @param image as it is written in the merged file
 * @param labels of its containers; the labels of the service itself are in {@code deploy}
 * @param dependsOn the services to handle before it
 * @param availability what {@code x-swarmha} says about it
 * @param origin where the service begins in the file
 */
public record StackService(
    String name,
    String image,
    Map<String, String> labels,
    ServiceProcess process,
    ServiceNames names,
    Confinement confinement,
    Optional<Healthcheck> healthcheck,
    Optional<Logging> logging,
    Attachments attachments,
    Deploy deploy,
    List<Dependency> dependsOn,
    Availability availability,
    Origin origin) {

  public StackService {
    requireNonNull(name, "name");
    requireNonNull(image, "image");
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    requireNonNull(process, "process");
    requireNonNull(names, "names");
    requireNonNull(confinement, "confinement");
    requireNonNull(healthcheck, "healthcheck");
    requireNonNull(logging, "logging");
    requireNonNull(attachments, "attachments");
    requireNonNull(deploy, "deploy");
    dependsOn = List.copyOf(dependsOn);
    requireNonNull(availability, "availability");
    requireNonNull(origin, "origin");
  }
}
