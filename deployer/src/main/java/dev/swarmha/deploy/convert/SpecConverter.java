package dev.swarmha.deploy.convert;

import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.Dependency;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackService;
import dev.swarmha.wait.Milestone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A stack to everything that the swarm should have for it. The contents of secrets and configs, and
 * the certificates of authorities, are read from their files here, and nothing else outside the
 * model.
 */
public final class SpecConverter {

  private final NameRules nameRules = new NameRules();

  /** Converts a stack under the name by which it is deployed. */
  public Loaded<DesiredStack> convert(String stackName, Stack stack) {
    if (!nameRules.isDnsName(stackName)) {
      return Loaded.failed(wrongStackName(stackName));
    }
    Diagnostics problems = new Diagnostics();
    ScopedNames names = new ScopedNames(stackName, stack);
    NetworkConverter networks = new NetworkConverter(stack, names);
    List<DesiredResource> resources = new ArrayList<>(networks.owned());
    Set<ResourceRef> externals = new TreeSet<>(networks.externals());
    for (ResourceKind kind : List.of(ResourceKind.SECRET, ResourceKind.CONFIG)) {
      FileConverter files = new FileConverter(kind, stack, names, problems);
      resources.addAll(files.owned());
      externals.addAll(files.externals());
    }
    ServiceConverter services = new ServiceConverter(stack, names);
    for (StackService service : stack.services().values()) {
      resources.add(services.convert(service));
    }
    resources.forEach(resource -> nameRules.check(resource.ref(), problems));
    resources.sort(Comparator.comparing(DesiredResource::ref));
    List<HealthTarget> health = new HealthConverter(names, problems).convert(stack);
    return problems.hasErrors()
        ? Loaded.failed(problems.all())
        : Loaded.of(
            new DesiredStack(
                stackName,
                resources,
                externals,
                dependencies(stack, names),
                health,
                stack.rendered()),
            problems.all());
  }

  private static Dependencies dependencies(Stack stack, ScopedNames names) {
    Map<String, Map<String, Optional<Milestone>>> dependencies = new TreeMap<>();
    for (StackService service : stack.services().values()) {
      Map<String, Optional<Milestone>> before = new TreeMap<>();
      service.dependsOn().stream()
          .filter(each -> stack.service(each.service()).isPresent())
          .forEach(each -> before.put(names.service(each.service()), milestone(each)));
      dependencies.put(names.service(service.name()), before);
    }
    return new Dependencies(dependencies);
  }

  /** Started is what a service is as soon as its step is made. */
  private static Optional<Milestone> milestone(Dependency dependency) {
    return switch (dependency.condition()) {
      case SERVICE_STARTED -> Optional.empty();
      case SERVICE_HEALTHY -> Optional.of(Milestone.UP);
      case SERVICE_COMPLETED_SUCCESSFULLY -> Optional.of(Milestone.COMPLETED);
    };
  }

  private static Diagnostic wrongStackName(String stackName) {
    String message = "\"" + stackName + "\" cannot be the name of a stack";
    return Diagnostic.error("bad-name", Origin.NONE, DocumentPath.root(), message)
        .withHint(
            "use letters, digits, dashes and underscores; begin and end with one of the former");
  }
}
