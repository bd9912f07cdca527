/** What a step tells the server half while it runs, besides the build log. */
@NullMarked
package org.ecsdelivery.common.news;

import org.jspecify.annotations.NullMarked;
