/** Lifecycle policies of repositories, as ECR takes them: JSON. */
@NullMarked
package org.ecsdelivery.engine.image.lifecycle;

import org.jspecify.annotations.NullMarked;
