<%@ page contentType="text/html;charset=UTF-8" pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="shell" tagdir="/WEB-INF/tags/shell" %>
<shell:page title="${projectName}">
<p class="crumbs"><c:choose><c:when test="${edit}"><a href="/project.html?projectId=${projectId}"><c:out value="${projectName}"/></a></c:when><c:when test="${mayEdit}"><a href="/admin/editProject.html?projectId=${projectId}">Edit project settings</a></c:when></c:choose></p>
<h1><c:out value="${projectName}"/></h1>
<shell:tabs address="${path}?projectId=${projectId}"/>
<c:choose>
<c:when test="${not empty extension}"><shell:extension/></c:when>
<c:otherwise><ul><c:forEach items="${configurations}" var="each"><li><a href="${edit ? '/admin/editBuildRunners.html?id=buildType:' : '/viewType.html?buildTypeId='}${each.id}"><c:out value="${each.name}"/></a></li></c:forEach></ul></c:otherwise>
</c:choose>
</shell:page>
