@NullMarked
package org.ecsdelivery.aws;

import org.jspecify.annotations.NullMarked;
