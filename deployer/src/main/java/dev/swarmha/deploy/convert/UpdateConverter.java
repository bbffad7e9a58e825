package dev.swarmha.deploy.convert;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.model.UpdatePolicy;
import dev.swarmha.stack.value.GoNumbers;
import java.math.BigDecimal;

/** How updates and rollbacks go through the tasks. */
final class UpdateConverter {

  private static final long ONE_BY_ONE = 1;

  Mapping convert(UpdatePolicy policy) {
    BigDecimal ratio = policy.maxFailureRatio().map(GoNumbers::asFloat).orElse(BigDecimal.ZERO);
    return new SpecBuilder()
        .always("Parallelism", policy.parallelism().orElse(ONE_BY_ONE))
        .duration("Delay", policy.delay())
        .text("FailureAction", policy.failureAction())
        .duration("Monitor", policy.monitor())
        .always("MaxFailureRatio", Document.number(ratio))
        .always("Order", policy.order().orElse(""))
        .build();
  }
}
