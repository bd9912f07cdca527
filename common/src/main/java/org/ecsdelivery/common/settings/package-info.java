@NullMarked
package org.ecsdelivery.common.settings;

import org.jspecify.annotations.NullMarked;
