<#-- The list of third-party libraries in the form that JetBrains Marketplace shows beside a plugin. -->
[<#list dependencyMap?filter(entry -> entry.getKey().groupId != "org.ecsdelivery") as entry><#assign library = entry.getKey()><#assign names = entry.getValue()>
  {
    "name": "${library.groupId}:${library.artifactId}",
    "version": "${library.version}",
    "url": "${(library.url!"")?json_string}",
    "license": "${names?join(" OR ")?json_string}",
    "licenseUrl": "<#list library.licenses as license><#if license?is_first>${(license.url!"")?json_string}</#if></#list>"
  }<#sep>,</#sep></#list>
]
