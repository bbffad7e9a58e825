package dev.swarmha.deploy.convert;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.model.Deploy;
import dev.swarmha.stack.model.Logging;
import dev.swarmha.stack.model.NetworkUse;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service to its spec, put together from what the other converters make. */
final class ServiceConverter {

  private static final String IMAGE_LABEL = "com.docker.stack.image";

  private final ScopedNames names;
  private final ContainerConverter containers;
  private final DeployConverter deploys = new DeployConverter();
  private final UpdateConverter updates = new UpdateConverter();
  private final EndpointConverter endpoints = new EndpointConverter();

  ServiceConverter(Stack stack, ScopedNames names) {
    this.names = names;
    this.containers = new ContainerConverter(stack, names);
  }

  DesiredResource convert(StackService service) {
    String name = names.service(service.name());
    Deploy deploy = service.deploy();
    Map<String, String> labels = new TreeMap<>(deploy.labels());
    labels.put(IMAGE_LABEL, service.availability().stackImage().orElse(service.image()));
    Mapping spec =
        new SpecBuilder()
            .always("Name", name)
            .always("Labels", names.labels(labels))
            .always("TaskTemplate", taskTemplate(service))
            .always("Mode", deploys.mode(deploy))
            .document("UpdateConfig", deploy.update().map(updates::convert))
            .document("RollbackConfig", deploy.rollback().map(updates::convert))
            .always("EndpointSpec", endpoints.convert(service))
            .build();
    return DesiredResource.of(new ResourceRef(ResourceKind.SERVICE, name), spec);
  }

  private Mapping taskTemplate(StackService service) {
    Deploy deploy = service.deploy();
    return new SpecBuilder()
        .always("ContainerSpec", containers.convert(service))
        .always("Resources", deploys.resources(deploy))
        .document("RestartPolicy", deploy.restart().map(deploys::restart))
        .always("Placement", deploys.placement(deploy.placement()))
        .list("Networks", networks(service))
        .document("LogDriver", service.logging().map(ServiceConverter::logDriver))
        .always("ForceUpdate", 0)
        .build();
  }

  private List<Mapping> networks(StackService service) {
    List<NetworkUse> uses = new ArrayList<>(service.attachments().networks());
    uses.sort(Comparator.comparing((NetworkUse use) -> names.network(use.network())));
    return uses.stream().map(use -> network(service, use)).toList();
  }

  private Mapping network(StackService service, NetworkUse use) {
    String target = names.network(use.network());
    List<String> aliases = new ArrayList<>();
    if (NetworkConverter.isUserDefined(target)) {
      aliases.addAll(use.aliases());
      aliases.add(service.name());
    }
    return new SpecBuilder()
        .always("Target", target)
        .texts("Aliases", aliases)
        .textsByName("DriverOpts", use.driverOptions())
        .build();
  }

  private static Mapping logDriver(Logging logging) {
    return new SpecBuilder()
        .text("Name", logging.driver())
        .textsByName("Options", logging.options())
        .build();
  }
}
