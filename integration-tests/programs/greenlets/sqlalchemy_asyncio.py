# needs: sqlalchemy aiosqlite
"""SQLAlchemy's asyncio extension: each statement is a greenlet that switches to await the driver."""
import asyncio

from sqlalchemy import Column, Integer, MetaData, String, Table, event, insert, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import StaticPool

people = Table("people", MetaData(), Column("id", Integer, primary_key=True), Column("name", String))


def leaf(n):
    return n + 1


def create(connection):
    leaf(0)
    people.metadata.create_all(connection)
    return leaf(1)


def about_to_run(connection, cursor, statement, parameters, context, many):
    statements.append(statement.split()[0])
    leaf(len(parameters))


async def names(engine, least):
    async with engine.connect() as connection:
        result = await connection.execute(select(people.c.name).where(people.c.id >= least))
        return sorted(row.name for row in result)


async def main():
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    event.listen(engine.sync_engine, "before_cursor_execute", about_to_run)
    async with engine.begin() as connection:
        print(await connection.run_sync(create))
        await connection.execute(insert(people), [{"name": "Ada"}, {"name": "Grace"}])
    for least in range(1, 4):
        print(await names(engine, least))
    await engine.dispose()


statements = []
asyncio.run(main())
print(statements)
