ECS Delivery contains these libraries, unchanged. Their own notices are inside their jars (META-INF).

<#list dependencyMap?filter(entry -> entry.getKey().groupId != "org.ecsdelivery") as entry><#assign library = entry.getKey()><#assign names = entry.getValue()>
${library.groupId}:${library.artifactId}:${library.version}
    ${names?join(" OR ")}
<#if library.url??>    ${library.url}
</#if></#list>
