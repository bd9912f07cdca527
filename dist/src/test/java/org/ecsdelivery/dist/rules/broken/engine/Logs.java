package org.ecsdelivery.dist.rules.broken.engine;

import org.slf4j.Logger;

public record Logs(Logger log) {}
