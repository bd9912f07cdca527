/** TLS to a remote Docker Engine, from the PEM files that the docker command uses. */
@NullMarked
package org.ecsdelivery.docker.tls;

import org.jspecify.annotations.NullMarked;
