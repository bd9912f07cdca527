/** Building an image and pushing it. */
@NullMarked
package org.ecsdelivery.engine.image;

import org.jspecify.annotations.NullMarked;
